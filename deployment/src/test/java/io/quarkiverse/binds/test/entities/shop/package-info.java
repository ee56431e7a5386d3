/** Entities of bind {@code shop}, unless a class names another one. */
@Bind("shop")
package io.quarkiverse.binds.test.entities.shop;

import io.quarkiverse.binds.Bind;
