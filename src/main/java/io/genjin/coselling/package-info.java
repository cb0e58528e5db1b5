/**
 * Co-selling (助销联合体): people of other trades who introduce customers to us and to whom we introduce ours, what they were
 * promised, and what they got. No circles, and nobody rewards himself.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "dealership",
            "staff",
            "vault",
            "journal",
            "prospect",
            "prospect :: web",
            "consent"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.coselling;
