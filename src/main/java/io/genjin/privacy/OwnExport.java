package io.genjin.privacy;

import io.genjin.shared.Refusal;

/** Nobody gives themselves more; another manager does (S-R32). */
public class OwnExport extends Refusal {

    OwnExport() {
        super(Kind.RULE);
    }
}
