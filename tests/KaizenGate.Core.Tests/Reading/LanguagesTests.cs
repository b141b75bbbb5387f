using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>The same small backlog in each built-in language.</summary>
public class LanguagesTests
{
    private const string German = """
        ## Hohe Priorität

        ### [A-1] Cache

        - **Auswirkung:** Hoch
        - **Aufwand:** Gering (4 Stunden)
        - **Status:** In Arbeit
        - **Verantwortlich:** Kim
        - **Kategorie:** Leistung
        - **Fällig am:** 2026-03-04

        ## Mittlere Priorität
        - [ ] b

        ## Niedrige Priorität
        - [ ] c

        ## Erledigte Aufgaben
        - d

        ## Zurückgestellt
        - e

        ## Abgelehnt
        - f

        ## Legende
        - [ ] g

        ## Metadaten
        - [ ] h
        """;

    private const string Spanish = """
        ## Prioridad alta

        ### [A-1] Cache

        - **Impacto:** Alto
        - **Esfuerzo:** Bajo (4 horas)
        - **Estado:** En curso
        - **Responsable:** Kim
        - **Categoría:** Rendimiento
        - **Fecha límite:** 2026-03-04

        ## Prioridad media
        - [ ] b

        ## Baja prioridad
        - [ ] c

        ## Tareas completadas
        - d

        ## Aplazadas
        - e

        ## Rechazadas
        - f

        ## Leyenda
        - [ ] g

        ## Metadatos
        - [ ] h
        """;

    private const string French = """
        ## Priorité haute

        ### [A-1] Cache

        - **Impact :** Élevé
        - **Effort :** Faible (4 heures)
        - **Statut :** En cours
        - **Responsable :** Kim
        - **Catégorie :** Performance
        - **Échéance :** 2026-03-04

        ## Priorité moyenne
        - [ ] b

        ## Basse priorité
        - [ ] c

        ## Tâches terminées
        - d

        ## Reportées
        - e

        ## Rejetées
        - f

        ## Légende
        - [ ] g

        ## Métadonnées
        - [ ] h
        """;

    private const string Portuguese = """
        ## Prioridade alta

        ### [A-1] Cache

        - **Impacto:** Alto
        - **Esforço:** Baixo (4 horas)
        - **Situação:** Em andamento
        - **Responsável:** Kim
        - **Categoria:** Desempenho
        - **Prazo:** 2026-03-04

        ## Prioridade média
        - [ ] b

        ## Baixa prioridade
        - [ ] c

        ## Tarefas concluídas
        - d

        ## Adiadas
        - e

        ## Rejeitadas
        - f

        ## Legenda
        - [ ] g

        ## Metadados
        - [ ] h
        """;

    private const string Japanese = """
        ## 優先度: 高

        ### [A-1] Cache

        - **影響度：** 高
        - **工数：** 低（4時間）
        - **状態：** 進行中
        - **担当：** Kim
        - **カテゴリ：** 性能
        - **期限：** 2026-03-04

        ## 中優先度
        - [ ] b

        ## 優先度：低
        - [ ] c

        ## 完了
        - d

        ## 保留
        - e

        ## 却下
        - f

        ## 凡例
        - [ ] g

        ## メタデータ
        - [ ] h
        """;

    private const string Korean = """
        ## 우선순위 높음

        ### [A-1] Cache

        - **영향도:** 높음
        - **노력:** 낮음 (4시간)
        - **상태:** 진행 중
        - **담당자:** Kim
        - **유형:** 성능
        - **마감일:** 2026-03-04

        ## 중간 우선순위
        - [ ] b

        ## 낮은 우선순위
        - [ ] c

        ## 완료
        - d

        ## 보류
        - e

        ## 거절
        - f

        ## 범례
        - [ ] g

        ## 메타데이터
        - [ ] h
        """;

    private const string Chinese = """
        ## 高优先级

        ### [A-1] Cache

        - **影响：** 高
        - **工作量：** 低（4个小时）
        - **状态：** 进行中
        - **负责人：** Kim
        - **类别：** 性能
        - **截止日期：** 2026-03-04

        ## 优先级：中
        - [ ] b

        ## 低优先级
        - [ ] c

        ## 已完成
        - d

        ## 推迟
        - e

        ## 已拒绝
        - f

        ## 图例
        - [ ] g

        ## 元数据
        - [ ] h
        """;

    public static TheoryData<string> All => [German, Spanish, French, Portuguese, Japanese, Korean, Chinese];

    [Theory]
    [MemberData(nameof(All))]
    public void The_labels_of_a_language_are_known(string text)
    {
        var item = Md.Read(text).Improvements[0];

        Assert.Equal(
            [
                FieldCatalog.Impact,
                FieldCatalog.Effort,
                FieldCatalog.Status,
                FieldCatalog.Owner,
                FieldCatalog.Category,
                FieldCatalog.TargetDate,
            ],
            item.Fields.Select(field => field.Definition)
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_values_of_a_language_are_known(string text)
    {
        var item = Md.Read(text).Improvements[0];

        // Impact high is 8, effort low is 2; 8 × (11 − 2) = 72.
        Assert.Equal((72.0, 4.0, Status.InProgress), (item.Score, item.EstimatedHours!.Value, item.Status));
        Assert.Equal(Category.Performance, item.Category!.Value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_headings_of_a_language_give_priority_and_status(string text)
    {
        Assert.Equal(
            [
                ("Cache", Priority.High, Status.InProgress),
                ("b", Priority.Medium, Status.ToDo),
                ("c", Priority.Low, Status.ToDo),
                ("d", null, Status.Done),
                ("e", null, Status.Deferred),
                ("f", null, Status.Rejected),
            ],
            Md.Read(text).Improvements.Select(item => (item.Title, item.Section!.Priority, item.Status))
        );
    }

    [Theory]
    [InlineData("90 Minuten", 1.5)]
    [InlineData("2 Tage", 16)]
    [InlineData("1 Woche", 40)]
    [InlineData("2 días", 16)]
    [InlineData("1 semana", 40)]
    [InlineData("30 minutos", 0.5)]
    [InlineData("2 jours", 16)]
    [InlineData("1 semaine", 40)]
    [InlineData("2 dias", 16)]
    [InlineData("30分", 0.5)]
    [InlineData("2日", 16)]
    [InlineData("1週間", 40)]
    [InlineData("30분", 0.5)]
    [InlineData("2일", 16)]
    [InlineData("1주", 40)]
    [InlineData("30分钟", 0.5)]
    [InlineData("2天", 16)]
    [InlineData("1周", 40)]
    [InlineData("2小时", 2)]
    public void Units_of_time(string text, double hours)
    {
        Assert.Equal(hours, HoursText.Read(text)!.Value, 6);
    }

    [Theory]
    [InlineData("Offen", Status.ToDo)]
    [InlineData("Pendiente", Status.ToDo)]
    [InlineData("À faire", Status.ToDo)]
    [InlineData("A fazer", Status.ToDo)]
    [InlineData("未着手", Status.ToDo)]
    [InlineData("할 일", Status.ToDo)]
    [InlineData("待办", Status.ToDo)]
    [InlineData("Abgeschlossen", Status.Done)]
    [InlineData("Hecho", Status.Done)]
    [InlineData("Terminé", Status.Done)]
    [InlineData("Concluído", Status.Done)]
    [InlineData("完了", Status.Done)]
    [InlineData("완료", Status.Done)]
    [InlineData("已完成", Status.Done)]
    [InlineData("Blockiert", Status.Deferred)]
    [InlineData("En espera", Status.Deferred)]
    [InlineData("保留", Status.Deferred)]
    [InlineData("보류", Status.Deferred)]
    [InlineData("搁置", Status.Deferred)]
    [InlineData("Verworfen", Status.Rejected)]
    [InlineData("Descartado", Status.Rejected)]
    [InlineData("Annulé", Status.Rejected)]
    [InlineData("却下", Status.Rejected)]
    [InlineData("거절", Status.Rejected)]
    [InlineData("已取消", Status.Rejected)]
    internal void Words_for_a_status(string word, Status expected)
    {
        Assert.Equal(expected, StatusVocabulary.BuiltIn.Leading(word));
    }
}
