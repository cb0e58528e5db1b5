package io.genjin.followup;

/** How a contact was made (跟进方式, 3.2). */
public enum ContactWay {
    PHONE,
    SHOWROOM,
    VISIT_OUT,
    SMS,
    WECHAT,
    EMAIL,
    POST
}
