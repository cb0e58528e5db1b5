/** Pages and API for appointments. */
@org.jspecify.annotations.NullMarked
package io.genjin.appointment.web;
