/** The strip of stages on a customer's page, the funnel, and the event log that leaves the house. */
@org.jspecify.annotations.NullMarked
package io.genjin.process.web;
