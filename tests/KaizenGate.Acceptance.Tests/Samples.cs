namespace KaizenGate.Acceptance.Tests;

/// <summary>Backlogs with a known verdict as of <see cref="AsOf"/>.</summary>
internal static class Samples
{
    public const string AsOf = "2026-03-02";

    /// <summary>Passes the gate.</summary>
    public const string Good = """
        # Improvement Backlog

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 72
        - **Status:** To Do
        - **Category:** Performance
        - **Owner:** Ada
        - **Captured:** 2026-02-20
        - **Proposed Solution:** Keep the package folder between builds.
        - **Expected Outcome:** A build takes 4 minutes less.

        ## Completed

        ### [IMP-002] Run the tests in parallel

        - **Captured:** 2026-02-02
        - **Completed:** 2026-02-16
        - **Time Spent:** 2 hours
        - **Measured Impact:** test run 9 min → 4 min

        """;

    /// <summary>Fails the gate: the score on line 9 is 60 and should be 72.</summary>
    public const string WrongScore = """
        # Improvement Backlog

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10
        - **Priority Score:** 60
        - **Status:** To Do
        - **Category:** Performance
        - **Owner:** Ada
        - **Captured:** 2026-02-20
        - **Proposed Solution:** Keep the package folder between builds.
        - **Expected Outcome:** A build takes 4 minutes less.

        """;
}
