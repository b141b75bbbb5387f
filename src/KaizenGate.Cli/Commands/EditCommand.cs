using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Commands;

/// <summary><c>edit</c>: changes what an improvement says.</summary>
internal static class EditCommand
{
    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var title = new Option<string?>("--title") { HelpName = "TEXT", Description = "The new title." };
        var values = ItemValues.Edited.ToDictionary(
            value => value,
            value => new Option<string?>($"--{value.Option}") { HelpName = value.HelpName, Description = value.Help }
        );
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, _ => true);
        var command = new ExplainedCommand(
            "edit",
            "Sets fields of an improvement; an empty value removes the field. Without a field, opens the text of the improvement in the editor of VISUAL or EDITOR.",
            new Example("edit IMP-004 --owner Ana --outcome \"5 s instead of 30 s\"", "set two fields"),
            new Example("edit IMP-004 --owner \"\"", "remove a field"),
            new Example("edit IMP-004", "on a terminal: in your editor")
        )
        {
            id,
            title,
        };
        foreach (var option in values.Values)
        {
            command.Add(option);
        }

        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var given = values
                .Select(one => (Value: one.Key, Text: parsed.GetValue(one.Value)))
                .Where(one => one.Text is not null)
                .Select(one =>
                    (one.Value.Field, ItemValues.CheckedOrRemoved(one.Value, one.Text!, run.Settings.Scoring))
                )
                .ToImmutableArray();
            var name = parsed.GetValue(title);
            if (name is not null && string.IsNullOrWhiteSpace(name))
            {
                throw new InputException("--title is empty", "Add a text, or omit the option.");
            }

            var isDryRun = options.IsDryRun(parsed);
            var (edit, item) =
                name is null && given.IsEmpty
                    ? InEditor(run, parsed.GetValue(id)!, isDryRun)
                    : WithValues(run, parsed.GetValue(id)!, name, given, isDryRun);
            new ItemAnswer(run, options.IsJson(parsed), isDryRun).Write(
                edit,
                [item],
                now => edit.IsChange ? now.Name : $"{now.Name}: no change",
                null
            );
            return ExitCode.Passed;
        });
        return command;
    }

    private static (BacklogEdit Edit, Improvement Item) WithValues(
        ItemRun run,
        string id,
        string? title,
        ImmutableArray<(FieldDefinition Field, string? Value)> given,
        bool isDryRun
    )
    {
        // These two also change the score and the section; a value of null removes them as any other field.
        string? Rating(FieldDefinition field) => given.FirstOrDefault(one => one.Field == field).Value;
        ImmutableArray<(FieldDefinition, string?)> others =
        [
            .. given.Where(one =>
                one.Value is null || (one.Field != FieldCatalog.Impact && one.Field != FieldCatalog.Effort)
            ),
        ];
        return run.Change(
            id,
            isDryRun,
            (document, item) =>
                ItemChange.Of(
                    document,
                    item,
                    title?.Trim(),
                    others,
                    Rating(FieldCatalog.Impact),
                    Rating(FieldCatalog.Effort)
                )
        );
    }

    private static (BacklogEdit Edit, Improvement Item) InEditor(ItemRun run, string id, bool isDryRun)
    {
        if (!new Questions(run.Host).CanAsk)
        {
            throw new InputException(
                "no field is given, and there is no terminal for an editor",
                $"For example `{CommandLine.Name} edit ID --title 'TITLE'`; `{CommandLine.Name} edit --help` lists the fields."
            );
        }

        var before = "";
        run.Change(
            id,
            isDryRun: true,
            (document, item) =>
            {
                before = ItemChange.TextOf(document, item);
                return (document, item);
            }
        );
        return new ItemEditor(run.Host).Edit(
            before,
            text =>
                run.Change(
                    id,
                    isDryRun,
                    (document, item) =>
                        ItemChange.TextOf(document, item) == before
                            ? ItemChange.Rewritten(document, item, text)
                            : throw document.ErrorAt(
                                item.Span,
                                "the text changed while it was in the editor, so nothing is changed",
                                "Edit it again."
                            )
                )
        );
    }
}
