/** Pages and API of erasures. */
@org.jspecify.annotations.NullMarked
package io.genjin.erasure.web;
