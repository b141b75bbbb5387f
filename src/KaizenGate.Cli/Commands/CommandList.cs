using System.Collections.Immutable;

namespace KaizenGate.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandList
{
    /// <summary>In the order of the help, by the names that they give themselves.</summary>
    public static ImmutableArray<NamedCommand> All { get; } =
    [
        new("init", host => InitCommand.Create(host, HookCommand.Install)),
        new("adopt", AdoptCommand.Create),
        new("check", CheckCommand.Create),
        new("pull", PullCommand.Create),
        new("plan", PlanCommand.Create),
        new("review", ReviewCommand.Create),
        new("harvest", HarvestCommand.Create),
        new("add", AddCommand.Create),
        new("seen", SeenCommand.Create),
        new("score", ScoreCommand.Create),
        new("start", StartCommand.Create),
        new("done", DoneCommand.Create),
        new("defer", DeferCommand.Create),
        new("reject", RejectCommand.Create),
        new("reopen", ReopenCommand.Create),
        new("edit", EditCommand.Create),
        new("undo", UndoCommand.Create),
        new("list", ListCommand.Create),
        new("show", ShowCommand.Create),
        new("read", ReadCommand.Create),
        new("history", HistoryCommand.Create),
        new("report", ReportCommand.Create),
        new("open", OpenCommand.Create),
        new("metric", MetricCommand.Create),
        new("mcp", McpCommand.Create),
        new("badge", BadgeCommand.Create),
        new("agent", AgentCommand.Create),
        new("hook", HookCommand.Create),
        new("merge-driver", MergeDriverCommand.Create),
        new("baseline", BaselineCommand.Create),
        new("fix", FixCommand.Create),
        new("archive", ArchiveCommand.Create),
        new("rules", RulesCommand.Create),
        new("explain", ExplainCommand.Create),
        new("schema", SchemaCommand.Create),
        new("completion", CompletionCommand.Create),
        new(HelpCommand.Name, HelpCommand.Create),
    ];
}
