package io.genjin.owner.web;

import io.genjin.owner.NewFriend;
import org.jspecify.annotations.Nullable;

/** A friend as the sheet names them. */
record FriendForm(
        @Nullable String friendName,
        @Nullable String friendMobile,
        @Nullable String friendModel,
        @Nullable String friendRemark) {

    NewFriend friend() {
        return new NewFriend(friendName, friendMobile, friendModel, friendRemark);
    }
}
