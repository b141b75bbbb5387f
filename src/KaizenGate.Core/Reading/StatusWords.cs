using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>The words for a status in the value of a field or in the heading of a section.</summary>
internal static class StatusWords
{
    private const int MostWords = 4;

    /// <summary>The built-in words, separated by commas, English first. A word that two statuses list belongs to the first.</summary>
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

    /// <summary>Returns the status at the start of a value; null when the words there are unknown.</summary>
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

    /// <summary>Returns the status of a value that is a check box or a symbol; null for any other value.</summary>
    public static Status? OfBoxOrSign(string value) =>
        TextNormalizer.Words(value).Count == 0 || value.Trim() is ['[', .., ']'] ? OfSign(value) : null;

    /// <summary>"✅ 92 tests pass": a known symbol before unknown words.</summary>
    private static bool BeginsWithDoneSign(string value) =>
        value.TrimStart() is [var first, ..] && first >= 0x80 && CheckBox.StatusOf($"{first}") is Status.Done;

    /// <summary>Returns the status of a normalized word; null for an unknown word.</summary>
    public static Status? Find(string normalized) => ByWord.TryGetValue(normalized, out var status) ? status : null;

    /// <summary>Returns the status of a section with these words as its heading; null when a word may have another meaning.</summary>
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
            else if (SectionWords.IsFiller(words[index]))
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

    private static readonly HashSet<string> Ambiguous = new(
        (
            "active approved captured current delivered deployed draft duplicate exploration hold idea "
            + "identified implementing invalid merged new partial ready released requested research review "
            + "started testing working"
        ).Split(' ')
    );

    /// <summary>Whether a value only means "not closed", so that an open section can be more specific.</summary>
    public static bool IsWeak(string value) =>
        TextNormalizer.Normalize(LeadingPart(value)) is "open" or "offen" or "abierto" or "ouvert" or "aberto";

    private static ReadOnlySpan<char> LeadingPart(string value)
    {
        var end = value.AsSpan().IndexOfAny(Ends);
        var dash = value.IndexOf(" - ", StringComparison.Ordinal);
        end = end < 0 || (dash >= 0 && dash < end) ? dash : end;
        return end > 0 ? value.AsSpan(0, end) : value;
    }

    /// <summary>Returns the status of a check box or a symbol without words; null for any other value.</summary>
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

    /// <summary>Finds the status of a value that is one of the words, without allocating.</summary>
    private static Status? FindWhole(string value)
    {
        if (value.Length > LongestWord)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        return BySpan.TryGetValue(buffer[..TextNormalizer.Normalize(value, buffer)], out var status) ? status : null;
    }

    private static readonly Dictionary<string, Status> ByWord = TextNormalizer.Index(BuiltIn);
    private static readonly Dictionary<string, Status>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
}
