using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Undoing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Commands;

/// <summary><c>undo</c>: takes back the last edit.</summary>
internal static class UndoCommand
{
    private static readonly JsonContract<(RestoredFile File, bool IsDryRun)> Restored = new(omitsNull: true)
    {
        { "path", one => one.File.Source.RootPath },
        { "deleted", one => one.File.Restored is null },
        { "diff", one => one.IsDryRun ? one.File.Diff : null },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(Undo Undo, bool IsDryRun)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "dryRun", one => one.IsDryRun },
            { "command", one => one.Undo.Entry.Command },
            { "subject", one => one.Undo.Entry.Subject },
            { "at", one => $"{one.Undo.Entry.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" },
            { "files", one => one.Undo.Files.Select(file => (file, one.IsDryRun)), Restored },
        };

    public static Command Create(Host host)
    {
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "undo",
            $"Takes back the last edit of a command in this repository, unless a file changed since. The journal in git's folder keeps the last {JournalFolder.MaxEntries} edits.",
            new Example("undo", "take back the last edit"),
            new Example("undo --dry-run", "preview the change")
        )
        {
            dryRun,
        };
        format.AddTo(command);
        command.SetAction(parsed => Run(host, parsed.GetValue(dryRun), format.IsJson(parsed)));
        return command;
    }

    private static int Run(Host host, bool isDryRun, bool isJson)
    {
        var journal =
            JournalFolder.Of(RealPath.Of(host.WorkingFolder))
            ?? throw new InputException(
                "there is no journal, because this folder is not in a git repository",
                "Undo the edit by hand."
            );
        var undo =
            (isDryRun ? Undo.Last(journal, host.WorkingFolder) : Undo.Run(journal, host.WorkingFolder))
            ?? throw new InputException(
                "the journal has no edit to undo",
                $"It keeps the last {JournalFolder.MaxEntries} edits of this working tree. `git diff` shows the changes since the last commit."
            );
        if (isJson)
        {
            Contract.Write(host.Output, (undo, isDryRun));
            return ExitCode.Passed;
        }

        if (isDryRun)
        {
            foreach (var file in undo.Files)
            {
                FileAnswer.PrintDiff(host, file.Diff);
            }
        }

        var about = isDryRun ? host.ErrorText : host.Text;
        about.WriteLine(
            LogText.Of(
                $"{(isDryRun ? "would undo" : "undid")} {Quote.Of(undo.Entry.Name)} of {undo.Entry.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
            )
        );
        foreach (var file in undo.Files)
        {
            about.WriteLine(LogText.Of($"  {file.Source.Path}: {(file.Restored is null ? "deleted" : "restored")}"));
        }

        return ExitCode.Passed;
    }
}
