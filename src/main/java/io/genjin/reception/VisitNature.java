package io.genjin.reception;

/** Whether a party was here before (初/再, 3.3). */
public enum VisitNature {
    FIRST,
    RETURN,
    /** On file already, and here for the first time: an invited lead. */
    FILED_FIRST,
    NON_SALES
}
