/** Failed request, with a message for the reader. */
export class ApiError extends Error {
  /** @param {number} status HTTP status; 0 if there was no response */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * Sends a request and returns the JSON of the response.
 *
 * @throws {ApiError} for each status other than 2xx, and without a response
 */
export async function request(path, {method = 'GET', body, signal} = {}) {
  const headers = {Accept: 'application/json'};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  let text;
  try {
    response = await fetch(path, {method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body)});
    text = await response.text();
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    throw new ApiError('The server does not answer. Check the connection and try again.', 0);
  }
  const json = parse(text);
  if (!response.ok) {
    throw new ApiError(json?.error ?? failure(response, json), response.status);
  }
  return json;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // empty, or the error page of a proxy
  }
}

function failure(response, json) {
  const details = json?.details ? ` (${json.details})` : '';
  return `The server could not answer: ${response.status} ${response.statusText}${details}`;
}
