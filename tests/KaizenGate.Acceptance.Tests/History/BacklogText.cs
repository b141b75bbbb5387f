namespace KaizenGate.Acceptance.Tests.History;

/// <summary>Backlogs without dates: only git knows when something happened.</summary>
internal static class BacklogText
{
    /// <summary>A backlog of items without dates.</summary>
    public static string Of(params IEnumerable<string> items) =>
        $"# Improvement Backlog\n\n## Medium Priority\n\n{string.Concat(items)}";

    /// <summary>An open improvement without findings.</summary>
    /// <param name="number">Its number, as in IMP-007; title and score depend on it.</param>
    public static string Open(int number) => Item(number, "To Do");

    public static string Done(int number) => Item(number, "Done");

    public static string Rejected(int number) => Item(number, "Rejected");

    /// <summary>An open improvement with a wrong score: KZ203.</summary>
    public static string WrongScore(int number) => Open(number).Replace("Score:** 40", "Score:** 41");

    private static string Item(int number, string status) =>
        $"""
            ### [IMP-{number:000}] {Name(number)}

            - **Impact:** 5/10
            - **Effort:** 3/10
            - **Priority Score:** 40
            - **Status:** {status}
            - **Owner:** Ada
            - **Proposed Solution:** Do it.
            - **Expected Outcome:** A build takes 4 minutes less.


            """.ReplaceLineEndings("\n");

    /// <summary>A title without common words with other titles, so that they are not similar.</summary>
    private static string Name(int number) => $"Topic{number} aspect{number} detail{number}";
}
