using System.Globalization;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Backlogs with a known verdict on any day, because a build cannot set the day.</summary>
internal static class Backlogs
{
    public const string File = "IMPROVEMENTS.md";

    /// <summary>The position of the impact in <see cref="ImpactOutOfRange"/>, and the message.</summary>
    public const string Fault = "IMPROVEMENTS.md(14,15): error KZ202: impact is 12; use a whole number from 1 to 10";

    /// <summary>Passes the gate without warnings.</summary>
    public static string Clean => Of("8/10");

    /// <summary>Fails the gate.</summary>
    public static string ImpactOutOfRange => Of("12/10");

    private static string Of(string impact) =>
        $"""
            # Improvement Backlog

            ## High Priority

            ### [IMP-001] Cache the restored packages

            - **Status:** To Do
            - **Category:** Performance
            - **Owner:** Ada
            - **Captured:** {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}
            - **Proposed Solution:** Keep the package folder between builds.
            - **Expected Outcome:** A build takes 4 minutes less.
            - **Effort:** 2/10
            - **Impact:** {impact}

            """;
}
