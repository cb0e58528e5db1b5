/** Pages and API for the door, the visits, the floor board and the day's sheet. */
@org.jspecify.annotations.NullMarked
package io.genjin.reception.web;
