package io.genjin.order.web;

import io.genjin.order.OrderFile;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;

/**
 * The sheet on which an order is cancelled.
 *
 * @param latest the day by which a customer of grade N is spoken to again
 */
public record CancelPage(OrderFile.Opened file, Fields form, LocalDate latest) {}
