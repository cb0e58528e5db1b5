/** The port of those who run Genjin. */
@org.jspecify.annotations.NullMarked
package io.genjin.operation.web;
