package io.genjin.delivery.web;

import gg.jte.Content;
import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.HandoverSheet;
import io.genjin.prospect.web.People;

/** The delivery confirmation on A4 (交车确认表) with both signatures and the code that opens it. */
public record DeliveryPaper(DeliveryBook.Row row, People people, String dealership, Content code) {

    public Delivery delivery() {
        return row.delivery();
    }

    public HandoverSheet sheet() {
        return row.delivery().sheet();
    }
}
