package io.genjin.owner;

import org.jspecify.annotations.Nullable;

/** The friend as the owner named them: a name, a number, and what is known of the wish. */
public record NewFriend(
        @Nullable String name,
        @Nullable String mobile,
        @Nullable String model,
        @Nullable String remark) {

    static final NewFriend NOBODY = new NewFriend(null, null, null, null);

    /** Whether anything was said of a friend. */
    boolean isNamed() {
        return said(name) || said(mobile) || said(model) || said(remark);
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
