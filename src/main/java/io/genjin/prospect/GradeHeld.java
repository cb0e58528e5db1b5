package io.genjin.prospect;

import io.genjin.shared.Grade;
import java.time.Instant;

/** From when on a prospect had a grade, until the next entry begins. */
public record GradeHeld(Instant from, Grade grade) {}
