package io.quarkiverse.binds.blog.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkiverse.binds.blog.store.ConflictException;

/** Exception mappers: every client error is answered with {@code {"error": "..."}}. */
class Errors {

    /** Response body of an error. */
    public record Body(String error) {
    }

    @ServerExceptionMapper
    Response badRequest(BadRequest e) {
        return answer(Status.BAD_REQUEST.getStatusCode(), e.getMessage());
    }

    @ServerExceptionMapper
    Response conflict(ConflictException e) {
        return answer(Status.CONFLICT.getStatusCode(), e.getMessage());
    }

    /** Conflict of two concurrent requests, such as two that create the same tag. */
    @ServerExceptionMapper
    Response conflict(ConstraintViolationException e) {
        return answer(Status.CONFLICT.getStatusCode(), "Another request has just changed the same: try again");
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        return notJson(e);
    }

    /** Separate mapper, because Quarkus has a mapper for this exception, which answers without a body. */
    @ServerExceptionMapper
    Response json(MismatchedInputException e) {
        return notJson(e);
    }

    /** Errors of JAX-RS: unknown paths, wrong methods and media types, ids in a path that are not numbers. */
    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return notJson(cause);
        }
        int status = e.getResponse().getStatus();
        return answer(status, e.getResponse().getStatusInfo().getReasonPhrase());
    }

    /**
     * Wraps the texts of the extension into JSON: that of {@code db.getOr404}, whose exception has a response with a body, for
     * which JAX-RS calls no mapper, and that of an invalid token.
     */
    @ServerResponseFilter
    void texts(ContainerResponseContext response) {
        if (response.getStatus() >= Status.BAD_REQUEST.getStatusCode() && response.getEntity() instanceof String text) {
            response.setEntity(new Body(text), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static Response notJson(JsonProcessingException e) {
        String where = e.getLocation() == null ? ""
                : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        return answer(Status.BAD_REQUEST.getStatusCode(), "The body is not the JSON that is expected here" + where);
    }

    private static Response answer(int status, String error) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Body(error)).build();
    }
}
