package io.genjin.staff.web;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Contribution point: a demo offers its cast at the door. */
@NamedInterface("door")
public interface OffersNames {

    List<OfferedName> names();
}
