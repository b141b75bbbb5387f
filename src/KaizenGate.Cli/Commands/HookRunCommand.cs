using System.CommandLine;
using System.Text;
using KaizenGate.Cli.Hooks;
using KaizenGate.Cli.Hooks.Managers;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Files;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>hook run</c>: the checks of a hook, for managers that start it only for certain files.</summary>
internal static class HookRunCommand
{
    /// <summary>Variables in which pre-commit passes a range of commits.</summary>
    private const string From = "PRE_COMMIT_FROM_REF";
    private const string To = "PRE_COMMIT_TO_REF";

    private static readonly string[] Names = [.. GitHook.All.Select(hook => hook.Name)];

    public static Command Create(Host host)
    {
        var hook = new Argument<string>("HOOK") { Description = $"The hook: {string.Join(", ", Names)}." };
        hook.CompletionSources.Add(Names);
        var message = new Argument<string?>("FILE")
        {
            Description = "For commit-msg: the file with the commit message.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string?>("--in")
        {
            HelpName = "FOLDER",
            Description = "The folder in which the gate runs. Default: the working folder.",
        };
        var command = new ExplainedCommand(
            "run",
            "Runs the check of a hook, for a program that manages hooks. pre-commit checks the staged changes; if they touch no backlog, for example with `pre-commit run --all-files`, it checks everything, or the commits since PRE_COMMIT_FROM_REF. commit-msg checks a trailer `Kaizen: none (reason)`.",
            new Example("hook run pre-commit", "when a file that matters has changed"),
            new Example("hook run commit-msg .git/COMMIT_EDITMSG", "for every commit")
        )
        {
            hook,
            message,
            folder,
        };
        var settings = new SettingsOptions();
        command.SetAction(parsed =>
        {
            var workspace = new Workspace(host.WorkingFolder);
            var file = parsed.GetValue(message);
            var place = parsed.GetValue(folder) is { } given ? Folder(workspace, given) : host.WorkingFolder;
            var there = host.In(place);
            return ChangeOf(there, parsed.GetValue(hook)!, file is null ? null : workspace.FullPath(file)) is { } change
                ? new Check(there, [], source => settings.Load(parsed, there, source: source))
                {
                    Change = change,
                    Format = ReportRequest.FindFormat("text", "--format"),
                    Reports = [],
                    AsOf = AsOf.Of(null, there),
                    UseBaseline = true,
                    Annotate = true,
                    Options = new ReportOptions { Quiet = change.Message is not null },
                }.Run()
                : ExitCode.Passed;
        });
        return command;
    }

    /// <summary>Returns what to check; null for nothing.</summary>
    private static Change? ChangeOf(Host host, string hook, string? messageFile)
    {
        var staged = new Change(null, IsStaged: true) { IsOnly = true };
        return hook switch
        {
            "commit-msg" => Message(messageFile) is var message && KaizenTrailers.IsMeantIn(message)
                ? staged with
                {
                    Message = message,
                }
                : null,
            _ when !Names.Contains(hook) => throw new InputException(
                $"unknown hook {Quote.Of(hook)}",
                NearestName.Help(hook, Names)
            ),
            _ when messageFile is not null => throw new InputException(
                $"{hook} takes no file",
                "Only commit-msg does."
            ),
            "pre-merge-commit" => staged,
            _ when host.Has(From) && host.Has(To) => new Change(
                Change.Revision(host.Environment[From], From),
                IsStaged: false
            )
            {
                IsOnly = true,
            },
            _ => HookRepository.Find(host).IsWatchedStaged() ? staged : Change.None,
        };
    }

    private static string Folder(Workspace workspace, string given)
    {
        var full = workspace.FullPath(given);
        return Directory.Exists(full)
            ? full
            : throw new InputException("no such folder", "Pass the folder of the settings or of the backlog.", given);
    }

    private static string Message(string? file)
    {
        if (file is null)
        {
            throw new InputException("commit-msg requires the file of the message", "Git passes it as first argument.");
        }

        try
        {
            return Encoding.UTF8.GetString(PlainFile.Read(file));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the commit message cannot be read: {failed.Message.TrimEnd('.')}",
                "Pass the file that git passes to the hook commit-msg.",
                file
            );
        }
    }
}
