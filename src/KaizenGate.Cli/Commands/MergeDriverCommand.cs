using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Runs;
using KaizenGate.Escaping;

namespace KaizenGate.Cli.Commands;

/// <summary><c>merge-driver</c>: what git calls to merge a backlog.</summary>
internal static class MergeDriverCommand
{
    /// <summary>What git uses unless it says otherwise.</summary>
    private const int UsualLength = 7;

    /// <summary>Above this status git takes a driver for broken, stops the merge and leaves the file alone.</summary>
    private const int Broken = 128;

    public static Command Create(Host host)
    {
        var ancestor = File("BASE", "The version that both sides come from.");
        var ours = File("OURS", "Our version; it is replaced by the merged one.");
        var theirs = File("THEIRS", "Their version.");
        var more = new Argument<string[]>("MORE")
        {
            Description =
                "The length of the conflict markers, the path of the backlog, and what base, ours and theirs are called: %L %P %S %X %Y of git.",
            Arity = new ArgumentArity(0, 5),
        };
        var command = new ExplainedCommand(
            "merge-driver",
            "Merges two versions of a backlog improvement by improvement, as git's merge driver. `hook install --merge-driver` installs it. "
                + "Ends with status 1 when a person has to decide, and above 128 when it could not merge.",
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

    /// <summary>Git before 2.45 does not know all that a driver may ask for, and hands the question on.</summary>
    private static string? Given(string? text, string question) =>
        string.IsNullOrEmpty(text) || text == question ? null : text;

    private static int Length(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 1000
            ? length
            : UsualLength;

    /// <summary>Git must not take a failure for a conflict: it would show our version alone, and theirs would be forgotten.</summary>
    private static int Guarded(Host host, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (InputException wrong)
        {
            host.Tell(wrong.Error);
            return Broken + ExitStatus.CouldNotJudge;
        }
#pragma warning disable CA1031 // Whatever it is, nothing was merged.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            host.ErrorText.WriteLine(
                $"error: {CommandLine.Name} {host.Version} failed: {LogText.Message(fault.Message)}"
            );
            return Broken + ExitStatus.Fault;
        }
    }
}
