/** Pages and API for improvement actions. */
@org.jspecify.annotations.NullMarked
package io.genjin.improvement.web;
