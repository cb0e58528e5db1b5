package io.genjin.catalog;

/** The three moments for which every tool box holds a skill card (技巧卡, R-104). */
public enum SkillCardKind {
    TELEPHONE_RECEPTION,
    RETURN_TO_SHOWROOM,
    TEST_DRIVE
}
