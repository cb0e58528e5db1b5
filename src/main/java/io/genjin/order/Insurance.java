package io.genjin.order;

import io.genjin.shared.Money;
import java.util.UUID;

/** The insurance taken out for the car through us (保险), with a company that the customer allowed us to tell. */
public record Insurance(UUID partner, Money amount) {}
