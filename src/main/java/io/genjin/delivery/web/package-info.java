/** Pages and API of the delivery: calendar, the handover on a tablet or phone, its paper, what is still owed, figures. */
@org.jspecify.annotations.NullMarked
package io.genjin.delivery.web;
