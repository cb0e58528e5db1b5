/** Pages and API of the technician: cars to inspect, the inspection, its sheet on paper. */
@org.jspecify.annotations.NullMarked
package io.genjin.pdi.web;
