namespace KaizenGate.Benchmarks.Histories;

/// <summary>Prose for the fields of an improvement.</summary>
internal static class SentenceCases
{
    private static readonly string[] Observers =
    [
        "Support",
        "Every second user",
        "The night shift",
        "A new colleague",
        "The build",
    ];

    private static readonly string[] Troubles =
    [
        "waits for the same answer",
        "types the same data again",
        "asks a colleague for the file",
        "starts over after an error",
        "reads a message that does not help",
        "restarts the service by hand",
    ];

    private static readonly string[] Measures =
    [
        "keep the answer for the length of a session",
        "ask once and remember what was said",
        "write down the steps next to the code",
        "try again three times before anybody is called",
        "cut the request into pages of a hundred",
        "check the value where it is typed in",
    ];

    /// <summary>The current state, in two sentences.</summary>
    public static string Problem(Random random) =>
        $"{Any(random, Observers)} {Any(random, Troubles)} {random.Next(2, 40)} times a day, "
        + $"which takes {random.Next(2, 90)} s each. {Any(random, Observers)} {Any(random, Troubles)} "
        + $"in {random.Next(3, 60)} of 100 cases.";

    /// <summary>A proposed solution.</summary>
    public static string Solution(Random random) =>
        $"First {Any(random, Measures)}, then {Any(random, Measures)}; try it on {random.Next(2, 90)} cases for "
        + $"{random.Next(1, 5)} weeks before it is for all.";

    private static string Any(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
