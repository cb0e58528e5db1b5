package io.genjin.shared.web;

import java.util.List;

/** The page shown when the answer is no: its status, the sentence, and the fields it is about. */
public record ProblemPage(int status, String sentence, List<Problems.Wrong> wrong) {}
