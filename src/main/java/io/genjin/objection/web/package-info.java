/** Objections on the customer's page, the open ones as a task list, and what the dealership has learned from them. */
@org.jspecify.annotations.NullMarked
package io.genjin.objection.web;
