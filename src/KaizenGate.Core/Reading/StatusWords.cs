using System.Buffers;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>The words for a status, as a field's value or a section's heading has them.</summary>
internal static class StatusWords
{
    private const int MostWords = 4;

    /// <summary>The words that are understood, separated by commas: English first, then the other languages. The first status that claims a word has it.</summary>
    public static IReadOnlyList<(Status Status, string Words)> BuiltIn { get; } =
    [
        (
            Status.ToDo,
            "To Do, Todo, Open, Backlog, Proposed, Planned, Pending, New, Not Started, Ready, Idea, Draft, Waiting, Queued, Scheduled, Accepted, Approved, Triaged, Exploration, Research, Not Done, Not Implemented, Unstarted, Identified, Captured, Requested, Up Next, Selected, Zu erledigen, Zu tun, Offen, Geplant, Offene, Geplante, Neu, Ausstehend, Nicht begonnen, Pendiente, Pendientes, Abierto, Por hacer, Planificado, Nuevo, À faire, Ouvert, Planifié, Nouveau, En attente, A fazer, Pendente, Pendentes, Aberto, Planejado, Novo, 未着手, 未対応, 予定, 新規, 할 일, 대기, 예정, 미시작, 待办, 未开始, 计划中, 新建, 待处理"
        ),
        (
            Status.InProgress,
            "In Progress, Doing, WIP, Active, Started, In Review, Ongoing, Working, Underway, In Development, Review, Testing, Implementing, Partial, Partially Done, Partially Complete, Partially Completed, Partially Implemented, In Arbeit, In Bearbeitung, Begonnen, Läuft, En curso, En progreso, En proceso, Iniciado, En cours, Commencé, Em andamento, Em progresso, Em curso, 進行中, 作業中, 対応中, 着手, 진행 중, 진행, 작업 중, 进行中, 处理中, 开发中"
        ),
        (
            Status.Done,
            "Done, Complete, Completed, Closed, Shipped, Fixed, Resolved, Implemented, Finished, Merged, Released, Delivered, Deployed, Achieved, Accomplished, Erledigt, Fertig, Abgeschlossen, Erledigte, Erledigtes, Abgeschlossene, Behoben, Umgesetzt, Hecho, Completado, Completada, Completados, Completadas, Terminado, Cerrado, Resuelto, Terminé, Terminés, Terminée, Terminées, Fait, Fini, Fermé, Résolu, Concluído, Concluídos, Concluída, Concluídas, Feito, Finalizado, Resolvido, 完了, 完了済み, 済, 対応済み, 解決済み, 완료, 완료됨, 해결, 종료, 完成, 已完成, 已解决, 已关闭"
        ),
        (
            Status.Deferred,
            "Deferred, On Hold, Hold, Blocked, Parked, Later, Someday, Someday Maybe, Icebox, Postponed, Paused, Parking Lot, Snoozed, Zurückgestellt, Zurückgestellte, Aufgeschoben, Blockiert, Pausiert, Später, Aplazado, Pospuesto, Aplazados, Aplazada, Aplazadas, Pospuestos, Diferido, Bloqueado, En espera, En pausa, Reporté, Différé, Reportés, Reportée, Reportées, Bloqué, Plus tard, Adiado, Adiados, Adiada, Adiadas, Em espera, Pausado, 保留, 延期, 後回し, ブロック, 보류, 연기, 차단, 搁置, 推迟, 延后, 阻塞, 暂缓"
        ),
        (
            Status.Rejected,
            "Rejected, Wont Do, Won't Do, Wont Fix, Wontfix, Won't Fix, Cancelled, Canceled, Invalid, Dropped, Not Planned, Superseded, Duplicate, Declined, Abandoned, Obsolete, Will Not Do, Not Doing, Discarded, Abgelehnt, Verworfen, Abgelehnte, Verworfene, Abgebrochen, Duplikat, Rechazado, Cancelado, Rechazados, Rechazada, Rechazadas, Descartado, Rejeté, Refusé, Rejetés, Rejetée, Rejetées, Refusés, Annulé, Abandonné, Rejeitado, Rejeitados, Rejeitada, Rejeitadas, 却下, 中止, 見送り, 重複, 거절, 거부, 취소, 중복, 已拒绝, 拒绝, 取消, 已取消, 重复"
        ),
    ];

    /// <summary>The status that a value begins with; null when its leading words are none that is known.</summary>
    public static Status? Leading(string value)
    {
        if (FindWhole(value) is { } whole)
        {
            return whole;
        }

        var words = TextNormalizer.Words(LeadingPart(value));
        for (var count = Math.Min(words.Count, MostWords); count > 0; count--)
        {
            if (Find(string.Concat(words.Take(count))) is { } status)
            {
                return status;
            }
        }

        return words.Count == 0 || value.Trim() is ['[', .., ']'] ? OfSign(value)
            : BeginsWithDoneSign(value) ? Status.Done
            : null;
    }

    /// <summary>The status that a value without words states: a box, a sign; null when it states none.</summary>
    public static Status? OfBoxOrSign(string value) =>
        TextNormalizer.Words(value).Count == 0 || value.Trim() is ['[', .., ']'] ? OfSign(value) : null;

    /// <summary>"✅ 92 tests pass": words that are none of ours, behind a sign that is.</summary>
    private static bool BeginsWithDoneSign(string value) =>
        value.TrimStart() is [var first, ..] && first >= 0x80 && CheckBox.StatusOf($"{first}") is Status.Done;

    /// <summary>The status of a folded word; null for an unknown one.</summary>
    public static Status? Find(string folded) => ByWord.TryGetValue(folded, out var status) ? status : null;

    /// <summary>The status of a section whose heading has these words; only words that can hardly mean anything else count.</summary>
    public static Status? OfSection(List<string> words)
    {
        Status? first = null;
        for (var index = 0; index < words.Count; )
        {
            var (length, status) = LongestAt(words, index);
            if (length > 0 && !Ambiguous.Contains(words[index]))
            {
                first ??= status;
                index += length;
            }
            else if (HeadingWords.IsFiller(words[index]))
            {
                index++;
            }
            else
            {
                return null;
            }
        }

        return first;
    }

    private static (int Length, Status Status) LongestAt(List<string> words, int index)
    {
        for (var count = Math.Min(words.Count - index, MostWords); count > 0; count--)
        {
            if (Find(string.Concat(words.Skip(index).Take(count))) is { } status)
            {
                return (count, status);
            }
        }

        return default;
    }

    private static readonly HashSet<string> Ambiguous =
    [
        "active",
        "approved",
        "captured",
        "current",
        "delivered",
        "deployed",
        "draft",
        "duplicate",
        "exploration",
        "hold",
        "idea",
        "identified",
        "implementing",
        "invalid",
        "merged",
        "new",
        "partial",
        "ready",
        "released",
        "requested",
        "research",
        "review",
        "started",
        "testing",
        "working",
    ];

    /// <summary>Whether a value says only "not closed", so that an open section may say more.</summary>
    public static bool IsWeak(string value) =>
        TextNormalizer.Normalize(LeadingPart(value)) is "open" or "offen" or "abierto" or "ouvert" or "aberto";

    private static ReadOnlySpan<char> LeadingPart(string value)
    {
        var end = value.AsSpan().IndexOfAny(Ends);
        var dash = value.IndexOf(" - ", StringComparison.Ordinal);
        end = end < 0 || (dash >= 0 && dash < end) ? dash : end;
        return end > 0 ? value.AsSpan(0, end) : value;
    }

    /// <summary>The status of a value that is a box or a sign without words.</summary>
    private static Status? OfSign(string value)
    {
        var sign = value.Trim();
        if (sign is ['[', .. var inside, ']'])
        {
            return CheckBox.StatusOf(inside.Length == 0 ? " " : inside);
        }

        return sign.Length == 0 || sign is "-" ? null
            : sign.TrimEnd('\uFE0F') is "⬜" or "🔲" or "📋" or "🆕" ? Status.ToDo
            : CheckBox.StatusOf(sign);
    }

    private static readonly SearchValues<char> Ends = SearchValues.Create("([（,;—–→");

    private const int LongestWord = 32;

    /// <summary>The status of a value that is nothing but one of the words, found without a copy.</summary>
    private static Status? FindWhole(string value)
    {
        if (value.Length > LongestWord)
        {
            return null;
        }

        Span<char> folded = stackalloc char[LongestWord];
        return BySpan.TryGetValue(folded[..TextNormalizer.Normalize(value, folded)], out var status) ? status : null;
    }

    private static readonly Dictionary<string, Status> ByWord = Build();

    private static readonly Dictionary<string, Status>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, Status> Build()
    {
        var words = new Dictionary<string, Status>(400);
        foreach (var (status, list) in BuiltIn)
        {
            foreach (var word in list.Split(','))
            {
                words.TryAdd(TextNormalizer.Normalize(word), status);
            }
        }

        return words;
    }
}
