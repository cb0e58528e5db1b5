package io.genjin.staff.web;

import java.util.List;

/** Contribution point: a demo offers its cast at the door. */
@org.springframework.modulith.NamedInterface("door")
public interface OffersNames {

    List<OfferedName> names();
}
