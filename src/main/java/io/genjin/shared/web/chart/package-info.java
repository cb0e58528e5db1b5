/** Pictures of numbers, drawn by the server as SVG: the same numbers stand behind each as a table, and no colour says anything alone. */
@org.jspecify.annotations.NullMarked
package io.genjin.shared.web.chart;
