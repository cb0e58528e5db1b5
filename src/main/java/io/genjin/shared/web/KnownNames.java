package io.genjin.shared.web;

import io.genjin.shared.DealershipId;
import java.util.List;

/** Names the house knows already, offered where a form takes a name that may also be a new one. */
public interface KnownNames {

    /** What is named: {@code models}, {@code colours}. */
    String kind();

    /** @param within what narrows them, as the form has it; empty when nothing does */
    List<String> names(DealershipId dealership, String within);
}
