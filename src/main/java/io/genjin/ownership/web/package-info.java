/** Pages and API of collisions, door check, pool, important customers and buying groups. */
@org.jspecify.annotations.NullMarked
package io.genjin.ownership.web;
