/** The demo's clock on screen and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.demo.web;
