using System.CommandLine;
using System.Globalization;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Commands;

/// <summary><c>merge-driver</c>: the git merge driver for backlogs.</summary>
internal static class MergeDriverCommand
{
    /// <summary>Git's default length of a conflict marker.</summary>
    private const int UsualLength = 7;

    /// <summary>From this status on, git treats the driver as failed, stops the merge and leaves the file alone.</summary>
    private const int Broken = 128;

    public static Command Create(Host host)
    {
        var ancestor = File("BASE", "The common ancestor.");
        var ours = File("OURS", "Our version. The result replaces it.");
        var theirs = File("THEIRS", "Their version.");
        var more = new Argument<string[]>("MORE")
        {
            Description =
                "The length of the conflict markers, the path of the backlog, and the labels of base, ours and theirs: git's %L %P %S %X %Y.",
            Arity = new ArgumentArity(0, 5),
        };
        var command = new ExplainedCommand(
            "merge-driver",
            "Merges two versions of a backlog improvement by improvement, as a git merge driver. `hook install --merge-driver` installs it. "
                + "The exit code is 1 with conflicts, and above 128 if the merge failed.",
            new Example("merge-driver %O %A %B %L %P %S %X %Y", "as git calls it"),
            new Example("merge-driver base.md ours.md theirs.md", "by hand; ours.md is replaced")
        )
        {
            ancestor,
            ours,
            theirs,
            more,
        };
        command.SetAction(parsed =>
        {
            var rest = parsed.GetValue(more) ?? [];
            return Guarded(
                host,
                () =>
                    new MergeRun(host, parsed.GetValue(ancestor)!, parsed.GetValue(ours)!, parsed.GetValue(theirs)!)
                    {
                        Length = Length(rest.ElementAtOrDefault(0)),
                        Path = Given(rest.ElementAtOrDefault(1), "%P"),
                        AncestorLabel = Given(rest.ElementAtOrDefault(2), "%S"),
                        OursLabel = Given(rest.ElementAtOrDefault(3), "%X"),
                        TheirsLabel = Given(rest.ElementAtOrDefault(4), "%Y"),
                    }.Run()
            );
        });
        return command;
    }

    private static Argument<string> File(string name, string description) => new(name) { Description = description };

    /// <summary>Git before 2.45 does not know all placeholders and passes them on unchanged.</summary>
    private static string? Given(string? text, string question) =>
        string.IsNullOrEmpty(text) || text == question ? null : text;

    private static int Length(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 1000
            ? length
            : UsualLength;

    /// <summary>A failure must not look like a conflict to git, which would then show our version only and lose theirs.</summary>
    private static int Guarded(Host host, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (InputException wrong)
        {
            host.WriteError(wrong.Error);
            return Broken + ExitCode.InputError;
        }
#pragma warning disable CA1031 // After any exception nothing was merged.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            CommandLine.WriteInternalError(bug, host);
            return Broken + ExitCode.InternalError;
        }
    }
}
