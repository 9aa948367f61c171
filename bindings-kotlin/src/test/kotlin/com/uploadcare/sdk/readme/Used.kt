package com.uploadcare.sdk.readme

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.model.CreateProjectOptions
import com.uploadcare.sdk.model.ProjectFeatureOptions
import java.time.LocalDate
import java.time.ZoneOffset

suspend fun used(account: AccountClient): Long {
    val features = ProjectFeatureOptions(autostore = false)
    val project = account.projects.create("My project", CreateProjectOptions(features))
    val secret = account.secrets.create(project.pubKey)
    println("keep the secret key ${secret.id}: it is told only now")

    val today = LocalDate.now(ZoneOffset.UTC)
    return account.projects.list().sumOf { each ->
        val usage = account.usage.get(each.pubKey, today.minusDays(31), today.minusDays(1))
        usage.data.sumOf { it.traffic }
    }
}
