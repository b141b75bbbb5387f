using System.CommandLine;

namespace KaizenGate.Cli;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonArguments
{
    public static Argument<string[]> Paths() =>
        new("PATH")
        {
            Description = "Backlog files, or folders to search for one. Default: the same as for `check`.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    public static Argument<string> Id() => new("ID") { Description = "Id or title of the improvement." };

    /// <param name="more">What else the value may be.</param>
    public static Option<string?> AsOf(string more = "") =>
        new("--as-of")
        {
            HelpName = "DATE",
            Description = $"The date to use as today (YYYY-MM-DD{more}). Default: today in UTC.",
        };
}
