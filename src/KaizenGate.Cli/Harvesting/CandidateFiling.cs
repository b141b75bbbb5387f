using System.Collections.Immutable;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Harvesting;

/// <summary>Files candidates in the way of <c>add</c>, or of <c>seen</c> when an improvement names their signal.</summary>
internal sealed class CandidateFiling(ItemRun run, DateOnly today, bool isDryRun)
{
    private readonly Lazy<ImmutableArray<Improvement>> items = new(() =>
        [.. run.Read().SelectMany(backlog => backlog.Improvements)]
    );

    /// <summary>Files candidates.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">One of them cannot be filed.</exception>
    public int File(ImmutableArray<Candidate> candidates)
    {
        ImmutableArray<NewItem> items = [.. candidates.Where(candidate => candidate.Known is null).Select(NewItemOf)];
        var code = ExitCode.Passed;
        if (!items.IsEmpty)
        {
            // The key says which cause it is; titles of one rule are similar.
            code = new AddRun(run, today, isJson: false, isDryRun).Add(items, DuplicateUse.Add);
        }

        foreach (var candidate in candidates.Where(candidate => candidate.Known is not null))
        {
            Sight(candidate);
        }

        return code;
    }

    /// <summary>The improvement of a candidate, without an effort: someone has to estimate it.</summary>
    public NewItem NewItemOf(Candidate candidate)
    {
        var fields = ImmutableArray.CreateBuilder<(FieldDefinition, string)>();
        var state = candidate.Remark is { } remark ? $"{candidate.Finding}; {remark}" : candidate.Finding;
        if (candidate.ProposedImpact is { } impact)
        {
            var scale = run.Settings.Scoring.Scale;
            var rating = Math.Max(1, (int)Math.Round(impact * scale / 10d, MidpointRounding.AwayFromZero));
            fields.Add((FieldCatalog.Impact, $"{rating}"));
            state += "; the impact is proposed from the minutes";
        }

        fields.Add((FieldCatalog.Category, FiguresText.Category(candidate.Rule.Category)));
        fields.Add((FieldCatalog.Signal, candidate.Key.Text));
        fields.Add((FieldCatalog.CurrentState, state));
        return new NewItem(candidate.Title, [.. fields.Where(field => CanHave(field.Item1))]) { Captured = today };
    }

    /// <summary>Whether a field can be written: a table may lack its column, which only the signal needs.</summary>
    private bool CanHave(FieldDefinition field) =>
        field == FieldCatalog.Signal
        || !IsTable
        || items.Value.Any(item => item.Fields.Any(one => one.Definition == field));

    private bool IsTable => items.Value is [_, ..] all && all.All(item => item.Form == ImprovementForm.TableRow);

    private void Sight(Candidate candidate)
    {
        var (edit, item) = run.Change(
            ItemReference.Of(candidate.Known!),
            isDryRun,
            (document, found) => SightingEdit.Add(document, found, today, candidate.Proof)
        );
        new ItemAnswer(run, isJson: false, isDryRun).Write(
            edit,
            [item],
            now => $"{now.Name}: {SightingAnswer.Of(now, edit.IsChange)}",
            SightingAnswer.Next(item),
            [item]
        );
    }
}
