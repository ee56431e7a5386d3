/** The classes of this package are in bind {@code shop}, unless they say otherwise. */
@Bind("shop")
package io.quarkiverse.binds.test.entities.shop;

import io.quarkiverse.binds.Bind;
