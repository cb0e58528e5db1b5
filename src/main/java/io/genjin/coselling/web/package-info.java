/** Pages and API for co-selling partners, introductions and rewards. */
@org.jspecify.annotations.NullMarked
package io.genjin.coselling.web;
