/**
 * Masks values of sensitive columns in the exceptions of drivers: servers quote the values that they refuse, as in
 * {@code Duplicate entry 'x' for key}.
 * <p>
 * In: an exception of a driver. Out: the same one if it shows no such value, otherwise a copy of the same kind.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.masking.ExceptionMask}, which the pool asks in the catch of each call. It walks
 * through causes, next and suppressed exceptions; {@code DriverExceptions} knows the texts and the classes of one driver.
 * <p>
 * The values of a statement are not searched for: servers shorten them, write them in another form ({@code 1.50},
 * {@code 0xC0FFEE}) and join those of several columns, and a trigger has values that no statement has. The place of the value
 * in the text is known instead, by the error code. In case of doubt all that is quoted is masked.
 * <p>
 * Invariant: codes, stack traces, update counts, names of constraints, tables and columns stay.
 */
package io.quarkiverse.binds.runtime.masking;
