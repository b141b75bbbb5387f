using System.CommandLine;

namespace KaizenGate.Cli;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonArguments
{
    /// <summary>The argument that stands for standard input.</summary>
    public const string StandardInput = "-";

    public static Argument<string[]> Paths() =>
        new("PATH")
        {
            Description = "Backlog files, or folders to search for one. Default: the same as for `check`.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <param name="aliases">Other names of the option.</param>
    public static Option<bool> DryRun(params string[] aliases) =>
        new("--dry-run", aliases) { Description = "Write nothing; print what would be written, as a diff." };

    public static Argument<string> Id() => new("ID") { Description = "Id or title of the improvement." };

    /// <param name="more">What else the value may be.</param>
    public static Option<string?> AsOf(string more = "") =>
        new("--as-of")
        {
            HelpName = "DATE",
            Description = $"The date to use as today (YYYY-MM-DD{more}). Default: today in UTC.",
        };
}
